/** The ways in which a leaf is read (`x-value`), and the JSON types that each allows: the table of schemas/README.md. */
export const values = {
  text: ['string'],
  markdownText: ['string'],
  word: ['string'],
  id: ['string'],
  person: ['string'],
  link: ['string'],
  url: ['string'],
  path: ['string'],
  boolean: ['boolean'],
  integer: ['integer'],
  date: ['string'],
  dateOrTrue: ['string', 'boolean'],
  duration: ['string'],
  quantity: ['string', 'number'],
  percentage: ['string', 'number'],
  count: ['string', 'number'],
  threshold: ['string', 'number'],
  audience: ['string'],
  stageName: ['string'],
  confidence: ['string', 'number'],
  weekRange: ['string', 'number'],
} as const;

export type Value = keyof typeof values;
