import { readFileSync } from 'node:fs';

/** Where systems keep fonts with the signs that ours lacks; the first of each that is there is taken. */
const PLACES: readonly (readonly [signs: RegExp, files: readonly string[]])[] = [
  [
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    [
      '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
      '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
      '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
      '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
      '/System/Library/Fonts/PingFang.ttc',
      '/System/Library/Fonts/Hiragino Sans GB.ttc',
      'C:\\Windows\\Fonts\\msyh.ttc',
      'C:\\Windows\\Fonts\\YuGothM.ttc',
      'C:\\Windows\\Fonts\\malgun.ttf',
    ],
  ],
  [
    /\p{Emoji_Presentation}/u,
    [
      '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
      '/usr/share/fonts/noto/NotoColorEmoji.ttf',
      '/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf',
      '/System/Library/Fonts/Apple Color Emoji.ttc',
      'C:\\Windows\\Fonts\\seguiemj.ttf',
    ],
  ],
];

/** Fonts of the system for signs in a text that ours lack: none where there are none, and a box stands for the sign. */
export function fontsFor(text: string): readonly Uint8Array[] {
  return PLACES.flatMap(([signs, files]) => (signs.test(text) ? firstOf(files) : []));
}

function firstOf(files: readonly string[]): readonly Uint8Array[] {
  for (const file of files) {
    try {
      return [readFileSync(file)];
    } catch {
      // Another system's place.
    }
  }
  return [];
}
