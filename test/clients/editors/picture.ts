/** Pictures of the documentation, made anew by `JIRA_PICTURES=1 npx mocha 'test/clients/editors/*.spec.ts'` with Chromium. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import type { TerminalScreen } from './terminal-screen.ts';

const images = join(import.meta.dirname, '..', '..', '..', 'docs', 'images');

/** Saves what is on the screen as `docs/images/NAME.png`, where pictures are wanted. */
export async function takePicture(screen: TerminalScreen, name: string): Promise<void> {
  if (process.env['JIRA_PICTURES'] === undefined) return;
  const lines = (await screen.coloured()).split('\n');
  using folder = new TemporaryFolder();
  const page = join(folder.path, 'page.html');
  writeFileSync(page, html(lines));
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--hide-scrollbars', '--force-device-scale-factor=2'];
  const size = `--window-size=${Math.ceil(100 * 8.43) + 24},${lines.length * 18 + 24}`;
  execFileSync('chromium', [...quiet, `--user-data-dir=${folder.path}`, size, `--screenshot=${join(images, `${name}.png`)}`, `file://${page}`], { stdio: 'ignore' });
}

const background = '#1e1e2e';
const foreground = '#cdd6f4';
const palette = ['#45475a', '#f38ba8', '#a6e3a1', '#f9e2af', '#89b4fa', '#cba6f7', '#94e2d5', '#bac2de', '#6c7086', '#f38ba8', '#a6e3a1', '#f9e2af', '#89b4fa', '#cba6f7', '#94e2d5', '#ffffff'];

interface Style {
  fg?: string;
  bg?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  reverse?: boolean;
}

function html(lines: readonly string[]): string {
  let style: Style = {};
  const spans = lines.map((line) => {
    let shown = '';
    for (const [, sequence, text] of line.matchAll(/\u001b(?:\[([\d;:]*)m|[()].|\][^\u0007\u001b]*(?:\u0007|\u001b\\))|([^\u001b]+)/g)) {
      if (sequence !== undefined) style = restyled(style, sequence);
      else if (text !== undefined) shown += `<span style="${css(style)}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`;
    }
    return shown;
  });
  return `<meta charset="utf-8"><style>body{margin:12px;background:${background}}pre{margin:0;font:14px/18px "DejaVu Sans Mono",monospace;color:${foreground}}span{display:inline-block;height:18px}</style><pre>${spans.join('\n')}</pre>`;
}

/** ECMA-48, Select Graphic Rendition, and the colours that xterm adds. */
function restyled(before: Style, sequence: string): Style {
  const codes = (sequence || '0').split(';').map((code) => (code === '4:0' ? 24 : Number.parseInt(code, 10)));
  let style = { ...before };
  while (codes.length > 0) {
    const code = codes.shift()!;
    if (code === 0) style = {};
    else if (code === 1) style.bold = true;
    else if (code === 22) style.bold = false;
    else if (code === 3) style.italic = true;
    else if (code === 23) style.italic = false;
    else if (code === 4) style.underline = true;
    else if (code === 24) style.underline = false;
    else if (code === 7) style.reverse = true;
    else if (code === 27) style.reverse = false;
    else if (code === 39) delete style.fg;
    else if (code === 49) delete style.bg;
    else if (code === 38) style.fg = extendedColour(codes);
    else if (code === 48) style.bg = extendedColour(codes);
    else if (code === 58) extendedColour(codes);
    else if (code >= 30 && code <= 37) style.fg = palette[code - 30];
    else if (code >= 40 && code <= 47) style.bg = palette[code - 40];
    else if (code >= 90 && code <= 97) style.fg = palette[code - 82];
    else if (code >= 100 && code <= 107) style.bg = palette[code - 92];
  }
  return style;
}

function extendedColour(codes: number[]): string | undefined {
  if (codes.shift() === 2) return `rgb(${codes.splice(0, 3).join(',')})`;
  const index = codes.shift() ?? 0;
  if (index < 16) return palette[index];
  if (index >= 232) return `rgb(${Array(3).fill((index - 232) * 10 + 8).join(',')})`;
  const level = (value: number): number => (value === 0 ? 0 : value * 40 + 55);
  const cube = index - 16;
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join(',')})`;
}

function css({ fg, bg, bold, italic, underline, reverse }: Style): string {
  const [front, back] = reverse === true ? [bg ?? background, fg ?? foreground] : [fg, bg];
  return [
    front && `color:${front}`,
    back && `background:${back}`,
    bold === true && 'font-weight:bold',
    italic === true && 'font-style:italic',
    underline === true && 'text-decoration:underline',
  ].filter(Boolean).join(';');
}
