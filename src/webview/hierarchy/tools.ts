/** Signs that no font is sure to have, as paths of lines in 16 by 16. */
const icons = {
  fitWidth: 'M1.5 3v10M14.5 3v10M4 8h8M6.5 5.5 4 8l2.5 2.5M9.5 5.5 12 8l-2.5 2.5',
  fitWhole: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  collapseAll: 'M2.5 2.5h11v11h-11zM5 8h6',
  expandAll: 'M2.5 2.5h11v11h-11zM5 8h6M8 5v6',
} as const;

/** A button of the tools, which says in words what its sign means. */
export function toolButton(
  words: string,
  sign: keyof typeof icons | '+' | '−' | '100%',
  press: () => void,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = words;
  button.setAttribute('aria-label', words);
  button.append(isIcon(sign) ? drawIcon(icons[sign]) : sign);
  button.addEventListener('click', press);
  return button;
}

function isIcon(sign: string): sign is keyof typeof icons {
  return Object.hasOwn(icons, sign);
}

function drawIcon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
