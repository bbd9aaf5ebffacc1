/** What the requests of standard LSP must hold: LSP 3.18, as far as the agent makes use of it. */
import * as z from 'zod';
import { optional } from '../../../protocol/primitives.ts';
import type { FeatureMethod } from './methods.ts';

const Place = z.looseObject({ line: z.int().min(0), character: z.int().min(0) });
const Range = z.looseObject({ start: Place, end: Place });
const textDocument = z.looseObject({ uri: z.string() });
const Token = optional(z.union([z.string(), z.int()]));

/** By the name of the request. */
export const featureParams: { readonly [M in FeatureMethod]: z.ZodType } = {
  'textDocument/hover': z.looseObject({ textDocument, position: Place }),
  'textDocument/completion': z.looseObject({ textDocument, position: Place, context: optional(z.looseObject({ triggerCharacter: optional(z.string()) })) }),
  'textDocument/documentLink': z.looseObject({ textDocument }),
  'textDocument/inlayHint': z.looseObject({ textDocument, range: Range }),
  'textDocument/codeAction': z.looseObject({
    textDocument,
    range: Range,
    context: z.looseObject({ diagnostics: z.array(z.looseObject({ range: Range, message: z.unknown() })), only: optional(z.array(z.string())) }),
  }),
  'textDocument/codeLens': z.looseObject({ textDocument }),
  'textDocument/formatting': z.looseObject({ textDocument, options: optional(z.looseObject({})) }),
  'workspace/symbol': z.looseObject({ query: z.string() }),
  'workspace/textDocumentContent': z.looseObject({ uri: z.string() }),
  'workspace/executeCommand': z.looseObject({ command: z.string(), arguments: optional(z.array(z.unknown())), workDoneToken: Token }),
};
