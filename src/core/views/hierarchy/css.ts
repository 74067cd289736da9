/**
 * The one stylesheet of the picture and of its table. Every colour is a theme colour of the editor with a fallback of its own, which
 * follows the reader's preference for light or dark where no editor sets it. `media/hierarchy.css` is generated from it.
 */
export const hierarchyCss = `.betwright-hierarchy,.betwright-table{--bw-ground:var(--vscode-editor-background,#fff);--bw-ink:var(--vscode-editor-foreground,#1f2328);--bw-quiet:var(--vscode-descriptionForeground,#57606a);--bw-card:var(--vscode-editor-background,#fff);--bw-accent:var(--vscode-button-background,#0969da);--bw-on-accent:var(--vscode-button-foreground,#fff);--bw-focus:var(--vscode-focusBorder,#0969da);--bw-good:var(--vscode-charts-green,#1a7f37);--bw-warn:var(--vscode-editorWarning-foreground,#9a6700);--bw-bad:var(--vscode-editorError-foreground,#cf222e);--bw-edge:var(--vscode-contrastBorder,transparent);font-family:var(--vscode-font-family,system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,"Helvetica Neue",Arial,sans-serif)}
@media (prefers-color-scheme:dark){.betwright-hierarchy,.betwright-table{--bw-ground:var(--vscode-editor-background,#0d1117);--bw-ink:var(--vscode-editor-foreground,#e6edf3);--bw-quiet:var(--vscode-descriptionForeground,#9198a1);--bw-card:var(--vscode-editor-background,#0d1117);--bw-accent:var(--vscode-button-background,#1f6feb);--bw-focus:var(--vscode-focusBorder,#58a6ff);--bw-good:var(--vscode-charts-green,#3fb950);--bw-warn:var(--vscode-editorWarning-foreground,#d29922);--bw-bad:var(--vscode-editorError-foreground,#f85149)}}
.betwright-hierarchy text{fill:var(--bw-ink);font-size:11px;unicode-bidi:isolate}
.betwright-hierarchy .ground{fill:var(--bw-ground)}
.betwright-hierarchy .title{font-size:18px;font-weight:600}
.betwright-hierarchy .subtitle{font-size:12px;fill:var(--bw-quiet)}
.betwright-hierarchy .count{font-size:12px}
.betwright-hierarchy .tier{font-size:14px;font-weight:600}
.betwright-hierarchy .quiet{fill:var(--bw-quiet)}
.betwright-hierarchy .end{text-anchor:end}
.betwright-hierarchy .name{font-size:13px;font-weight:600}
.betwright-hierarchy .current{font-size:15px;font-weight:600}
.betwright-hierarchy .invite{font-size:13px;fill:var(--bw-quiet);text-anchor:middle}
.betwright-hierarchy .ground-band{fill:var(--bw-ink);fill-opacity:.045;stroke:var(--bw-edge)}
.betwright-hierarchy .empty .ground-band{fill-opacity:0;stroke:var(--bw-ink);stroke-opacity:.35;stroke-dasharray:5 5}
.betwright-hierarchy .gap{fill:none;stroke:none}
.betwright-hierarchy .card{fill:var(--bw-card);stroke:var(--bw-ink);stroke-opacity:.24}
.betwright-hierarchy .primary .card{stroke:var(--bw-accent);stroke-opacity:1;stroke-width:2}
.betwright-hierarchy .breached .card{stroke:var(--bw-bad);stroke-opacity:1;stroke-width:1.5}
.betwright-hierarchy .loose .card{stroke:var(--bw-warn);stroke-opacity:1;stroke-width:1.5;stroke-dasharray:5 4}
.betwright-hierarchy .loose-end{fill:none;stroke:var(--bw-warn);stroke-width:1.5;stroke-dasharray:3 2}
.betwright-hierarchy .loose-dot{fill:var(--bw-ground);stroke:var(--bw-warn);stroke-width:1.5}
.betwright-hierarchy .primary-sign rect{fill:var(--bw-accent);stroke:var(--bw-edge)}
.betwright-hierarchy .primary-sign path{fill:var(--bw-on-accent)}
.betwright-hierarchy .primary-sign text{fill:var(--bw-on-accent);font-weight:600}
.betwright-hierarchy .hit,.betwright-hierarchy .within{--bw-verdict:var(--bw-good)}
.betwright-hierarchy .close,.betwright-hierarchy .alert{--bw-verdict:var(--bw-warn)}
.betwright-hierarchy .missed,.betwright-hierarchy .breached{--bw-verdict:var(--bw-bad)}
.betwright-hierarchy .unknown{--bw-verdict:var(--bw-quiet)}
.betwright-hierarchy .verdict .solid{fill:var(--bw-verdict)}
.betwright-hierarchy .verdict .outline{fill:none;stroke:var(--bw-verdict);stroke-width:2}
.betwright-hierarchy .verdict .mark{fill:none;stroke:var(--bw-card);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.betwright-hierarchy .verdict .ask{fill:none;stroke:var(--bw-verdict);stroke-width:1.5;stroke-linecap:round}
.betwright-hierarchy .verdict .unsure{stroke-width:1.5;stroke-dasharray:2.2 2.2}
.betwright-hierarchy .fault{fill:none;stroke:var(--bw-bad);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.betwright-hierarchy .bar{stroke:var(--bw-ink);stroke-opacity:.17;stroke-width:6;stroke-linecap:round}
.betwright-hierarchy .bar.unsure{stroke-width:2;stroke-opacity:.4;stroke-dasharray:2 5}
.betwright-hierarchy .beyond{stroke:var(--bw-bad);stroke-opacity:.6;stroke-width:6;stroke-dasharray:2 3}
.betwright-hierarchy .fill{stroke:var(--bw-verdict);stroke-width:6;stroke-linecap:round}
.betwright-hierarchy .tick{stroke:var(--bw-ink);stroke-opacity:.75;stroke-width:1.5}
.betwright-hierarchy .knob{fill:var(--bw-card);stroke:var(--bw-verdict);stroke-width:3}
.betwright-hierarchy .spark{fill:none;stroke:var(--bw-quiet);stroke-width:1.5;stroke-linejoin:round}
.betwright-hierarchy .spark-dot{fill:var(--bw-ink)}
.betwright-hierarchy .strip{fill:var(--bw-bad);fill-opacity:.12}
.betwright-hierarchy .strip-sign{fill:none;stroke:var(--bw-bad);stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round}
.betwright-hierarchy .loose .strip{fill:var(--bw-warn)}
.betwright-hierarchy .loose .strip-sign{stroke:var(--bw-warn)}
.betwright-hierarchy .sound{opacity:.62}
.betwright-hierarchy .line{fill:none;stroke:var(--bw-ink);stroke-width:1.5}
.betwright-hierarchy .head{fill:var(--bw-ink)}
.betwright-hierarchy .broken .line{stroke:var(--bw-bad);stroke-width:2;stroke-dasharray:6 4}
.betwright-hierarchy .broken .head{fill:var(--bw-bad)}
.betwright-hierarchy .wrong{fill:var(--bw-bad);font-weight:600;paint-order:stroke;stroke:var(--bw-ground);stroke-width:4px;stroke-linejoin:round}
.betwright-hierarchy .middle{text-anchor:middle}
.betwright-hierarchy .guard .line{stroke-dasharray:1.5 4;stroke-linecap:round}
.betwright-hierarchy .guard .head{fill:none;stroke:var(--bw-ink);stroke-width:2.5;stroke-linecap:round}
.betwright-hierarchy .drive:hover .line{stroke:var(--bw-focus);stroke-width:2.5}
.betwright-hierarchy .drive:hover .head{fill:var(--bw-focus)}
.betwright-hierarchy .guards-arrow{fill:var(--bw-ink);fill-opacity:.14;stroke:var(--bw-edge)}
.betwright-hierarchy .guards text{paint-order:stroke;stroke:var(--bw-ground);stroke-width:5px}
.betwright-hierarchy .guards.empty .guards-arrow{fill:none;stroke:var(--bw-ink);stroke-opacity:.3}
.betwright-hierarchy .fold{cursor:pointer;outline:none}
.betwright-hierarchy .fold rect{fill:var(--bw-card);stroke:var(--bw-ink);stroke-opacity:.4}
.betwright-hierarchy .fold path{fill:var(--bw-ink)}
.betwright-hierarchy .fold.collapsed rect{fill:var(--bw-ink);stroke:var(--bw-ink);stroke-opacity:1}
.betwright-hierarchy .fold.collapsed path,.betwright-hierarchy .fold.collapsed text{fill:var(--bw-card)}
.betwright-hierarchy .fold:hover rect{stroke-opacity:1}
.betwright-hierarchy .fold:focus-visible rect{stroke:var(--bw-focus);stroke-opacity:1;stroke-width:2.5}
.betwright-hierarchy .metric{outline:none}
.betwright-hierarchy .metric:focus-visible .card,.betwright-hierarchy .metric.lit .card{stroke:var(--bw-focus);stroke-opacity:1;stroke-width:3;stroke-dasharray:none}
.betwright-hierarchy .metric:hover .card{stroke-opacity:.7}
.vscode-high-contrast .betwright-hierarchy .ground-band{fill-opacity:0}
.vscode-high-contrast .betwright-hierarchy .card{stroke-opacity:1}
.vscode-high-contrast .betwright-hierarchy .metric.primary:not(:focus-visible):not(.lit) .card{stroke:var(--bw-ink);stroke-width:3}
.vscode-high-contrast .betwright-hierarchy .sound{opacity:1}
.vscode-high-contrast .betwright-hierarchy .bar,.vscode-high-contrast .betwright-hierarchy .tick,.vscode-high-contrast .betwright-hierarchy .beyond{stroke-opacity:1}
.vscode-high-contrast .betwright-hierarchy .bar:not(.unsure){stroke-width:1}
.vscode-high-contrast .betwright-hierarchy .guards-arrow{fill:none}
.vscode-high-contrast .betwright-hierarchy .quiet,.vscode-high-contrast .betwright-hierarchy .subtitle,.vscode-high-contrast .betwright-hierarchy .invite{fill:var(--bw-ink)}
.betwright-table{border-collapse:collapse;color:var(--bw-ink);font-size:12px}
.betwright-table caption{font-weight:600;padding:4px 8px;text-align:start}
.betwright-table th,.betwright-table td{border:1px solid var(--bw-quiet);padding:4px 8px;text-align:start;vertical-align:top}
`;
