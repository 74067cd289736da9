/** How much each tier of a launch is (seed: GTM Execution), in a few words. */
export const launchTiers = {
  1: 'everything',
  2: 'a campaign',
  3: 'documentation and support',
  4: 'release notes',
} as const;
