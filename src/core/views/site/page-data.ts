/**
 * Data for a script of the page, in a block that is no script itself. What could end the block, or begin a comment in it, is written as
 * its number.
 */
export function pageData(id: string, data: object): string {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`); // prettier-ignore
  return `<script type="application/json" id="${id}">${json}</script>`;
}
