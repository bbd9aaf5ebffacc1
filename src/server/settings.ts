/** The settings: what is wrong in them is told and left out, and those of features change while the agent runs. */
import * as z from 'zod';
import {
  CodeLensSettings,
  CompletionSettings,
  DiagnosticSettings,
  DocumentLinkSettings,
  featureSettings,
  HoverSettings,
  InlayHintSettings,
} from '../../protocol/features.ts';
import { InitializationOptions } from '../../protocol/initialize.ts';
import type { Log } from '../infrastructure/log.ts';
import type { EditorClient } from './editor-client.ts';

/** The settings of features, with every default. */
export interface FeatureSettings {
  readonly hover: HoverSettings;
  readonly completion: CompletionSettings;
  readonly documentLinks: DocumentLinkSettings;
  readonly inlayHints: InlayHintSettings;
  readonly codeLenses: CodeLensSettings;
  readonly diagnostics: DiagnosticSettings;
}

/** Reads `initializationOptions`. Settings that are wrong never keep the agent from starting. */
export function readSettings(value: unknown, log: Log): InitializationOptions {
  return InitializationOptions.parse(withoutWrong(InitializationOptions, value, (message) => log.warn(message)));
}

/** The settings of features: those of `initialize`, and over them those that the editor tells later. */
export class LiveSettings {
  readonly #initial: Record<string, unknown>;
  readonly #editor: EditorClient;
  readonly #listeners: (() => void)[] = [];
  #told: unknown;
  #current: FeatureSettings;
  #pulling: Promise<void> | undefined;

  /**
   * @param initial `initializationOptions`
   * @param pushed `settings` of a `workspace/didChangeConfiguration` that came before
   */
  constructor(initial: unknown, pushed: unknown, editor: EditorClient) {
    this.#initial = withoutWrong(Features, initial, () => undefined); // What is wrong was told when the agent was put together.
    this.#editor = editor;
    this.#told = this.#readSection(sectionOf(pushed));
    this.#current = this.#read();
  }

  get current(): FeatureSettings {
    return this.#current;
  }

  /** Settles when the editor has told its settings, where it can be asked; soon, whatever it does. */
  ready(): Promise<void> {
    return (this.#pulling ??= this.#pull());
  }

  /** Calls `listener` when anything is set otherwise than before. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes over a `workspace/didChangeConfiguration`. @param pushed its `settings`; an editor that is to be asked leaves them out */
  changed(pushed: unknown): void {
    const section = sectionOf(pushed);
    if (section !== undefined) this.#take(section);
    else this.#pulling = this.#pull();
  }

  async #pull(): Promise<void> {
    const section = await this.#editor.configuration('jira');
    if (isMembers(section)) this.#take(section);
  }

  #take(section: unknown): void {
    this.#told = this.#readSection(section);
    const before = JSON.stringify(this.#current);
    this.#current = this.#read();
    if (JSON.stringify(this.#current) !== before) for (const listener of this.#listeners) listener();
  }

  #readSection(section: unknown): unknown {
    return withoutWrong(Features, section, (message) => this.#editor.warn(message));
  }

  #read(): FeatureSettings {
    const all = Features.parse(merge(this.#initial, this.#told));
    return {
      hover: HoverSettings.parse(all.hover ?? {}),
      completion: CompletionSettings.parse(all.completion ?? {}),
      documentLinks: DocumentLinkSettings.parse(all.documentLinks ?? {}),
      inlayHints: InlayHintSettings.parse(all.inlayHints ?? {}),
      codeLenses: CodeLensSettings.parse(all.codeLenses ?? {}),
      diagnostics: DiagnosticSettings.parse(all.diagnostics ?? {}),
    };
  }
}

const Features = z.object(featureSettings);

/** What is there of the section `jira`. */
function sectionOf(settings: unknown): unknown {
  const { jira } = isMembers(settings) ? settings : {};
  return isMembers(jira) ? jira : undefined;
}

/** Members of members go over those of the same name; `null` says nothing. */
function merge(under: unknown, over: unknown): unknown {
  if (!isMembers(under) || !isMembers(over)) return over ?? under;
  const names = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, merge(under[name], over[name])]));
}

/** The members of a value but for those that are wrong, however deep they are; which these are is told. */
function withoutWrong(schema: z.ZodType, value: unknown, tell: (message: string) => void): Record<string, unknown> {
  let rest = isMembers(value) ? structuredClone(value) : {};
  const wrong = new Set<string>(value === undefined || value === null || isMembers(value) ? [] : ['initializationOptions']);
  for (let result = schema.safeParse(rest); !result.success; result = schema.safeParse(rest)) {
    for (const { path } of result.error.issues) {
      wrong.add(path.join('.'));
      if (path.length === 0) rest = {};
      else remove(rest, path);
    }
  }
  if (wrong.size > 0) tell(`These settings are wrong and were left out: ${[...wrong].join(', ')}.`);
  return rest;
}

function remove(value: Record<string, unknown>, path: readonly PropertyKey[]): void {
  const [name, ...below] = path.map(String);
  const member = value[name!];
  if (below.length > 0 && isMembers(member)) remove(member, below);
  else delete value[name!];
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
