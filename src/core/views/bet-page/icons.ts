// Signs of 16 by 16, each with an outline of its own, so that they are told apart without colour. What they mean stands in words beside them.

const paths = {
  yes: '<circle class="solid" cx="8" cy="8" r="7"/><path class="mark" d="M4.6 8.3 7 10.7l4.4-5"/>',
  no: '<rect class="solid" x="1.5" y="1.5" width="13" height="13" rx="3"/><path class="mark" d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/>',
  none: '<circle class="outline dashed" cx="8" cy="8" r="6.2"/><path class="line" d="M5.5 8h5"/>',
  open: '<circle class="outline" cx="8" cy="8" r="6.2"/>',
  doing: '<circle class="outline" cx="8" cy="8" r="6.2"/><path class="solid" d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/>',
  error: '<circle class="solid" cx="8" cy="8" r="7"/><path class="mark" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
  warning: '<path class="solid" d="M8 1.2 15.4 14.4H.6z"/><path class="mark" d="M8 6v4M8 12.2v.1"/>',
  information: '<circle class="outline" cx="8" cy="8" r="6.2"/><path class="line" d="M8 7.4v3.8M8 4.8v.1"/>',
  advance: '<path class="solid" d="M1.5 4h7V.8L15.5 8l-7 7.2V12h-7z"/>',
  hold: '<path class="solid" d="M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z"/>',
  rollBack: '<path class="solid" d="M14.5 4h-7V.8L.5 8l7 7.2V12h7z"/>',
  scale: '<path class="solid" d="M8 .8 15 8.5h-4v6.7H5V8.5H1z"/>',
  iterate:
    '<path class="line" d="M13.3 6A5.6 5.6 0 0 0 3.2 5M2.7 10a5.6 5.6 0 0 0 10.1 1"/><path class="solid" d="M14.8 2.6v4.6h-4.6zM1.2 13.4V8.8h4.6z"/>',
  kill: '<path class="solid" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/><path class="mark" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
  inconclusive:
    '<circle class="outline dashed" cx="8" cy="8" r="6.2"/><path class="line" d="M6.1 6.3c0-2.6 3.9-2.6 3.9-.1C10 7.8 8 7.8 8 9.4M8 11.6v.1"/>',
} as const;

export type Icon = keyof typeof paths;

/** How a sign is coloured: what is well, what wants attention, what is wrong, what is neither. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'plain';

/** A sign whose meaning stands beside it in words. */
export function icon(name: Icon, tone: Tone): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bw-icon ${tone}" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${paths[name]}</svg>`;
}
