import { stillCss, type Scheme } from './still-css.ts';

/** A picture of ours with its style inside, for programs that know the CSS of old. */
export function stillSvg(svg: string, scheme: Scheme): string {
  return svg.replace(/<style>([^<]*)<\/style>/, (_, css: string) => `<style>${stillCss(css, scheme)}</style>`);
}
