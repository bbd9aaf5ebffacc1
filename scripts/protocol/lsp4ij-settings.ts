/** The settings that LSP4IJ has in the tab “Configuration” of the language server: with every default, and with a schema. */
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

/** What is sent as `workspace/didChangeConfiguration`, and answered to `workspace/configuration`. */
export function lsp4ijSettings(): object {
  const defaults: Record<keyof typeof featureSettings, object> = {
    hover: HoverSettings.parse({}),
    completion: CompletionSettings.parse({}),
    documentLinks: DocumentLinkSettings.parse({}),
    inlayHints: InlayHintSettings.parse({}),
    codeLenses: CodeLensSettings.parse({}),
    diagnostics: DiagnosticSettings.parse({}),
  };
  return { jira: defaults };
}

/** Its schema (draft 7, which every IDE reads). What it does not name is refused, so that the IDE marks a name that is mistyped. */
export function lsp4ijSettingsSchema(): object {
  const settings = z.strictObject({ jira: z.strictObject(featureSettings).optional().describe('The Jira language server.') });
  const { $schema, ...schema } = withoutNull(
    z.toJSONSchema(settings, {
      io: 'input',
      target: 'draft-7',
      override({ zodSchema, jsonSchema }) {
        const meta = z.globalRegistry.get(zodSchema as z.core.$ZodType);
        if (meta?.['default'] !== undefined) jsonSchema.default = meta['default'] as typeof jsonSchema.default;
        delete jsonSchema.id;
        if (jsonSchema.type === 'object') jsonSchema.additionalProperties = false;
      },
    }),
  ) as { $schema?: string };
  return {
    $schema,
    $comment: 'Generated from protocol/features.ts by scripts/generate.ts; do not edit.',
    title: 'Settings of the Jira language server',
    ...schema,
  };
}

/** `null` stands for “not set”, which nobody writes into a file of settings. */
function withoutNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, type, ...rest } = schema as { anyOf?: { type?: string }[]; type?: unknown };
  const [only, ...others] = anyOf?.filter((each) => each.type !== 'null') ?? [];
  if (only !== undefined && others.length === 0) return withoutNull({ ...only, ...rest });
  const flat = Array.isArray(type) && type.length === 2 ? { type: type.find((each) => each !== 'null') as unknown, ...rest } : schema;
  return Object.fromEntries(Object.entries(flat).map(([name, value]) => [name, withoutNull(value)]));
}
