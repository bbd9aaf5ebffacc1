/** The generated JSON Schema, ready to validate with. */
import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ProtocolSchema } from '../../../scripts/protocol/schema.ts';

export const root = join(import.meta.dirname, '..', '..', '..');

/** The schema as it is committed. */
export const schema = JSON.parse(readFileSync(join(root, 'docs', 'schema', 'jira-protocol.schema.json'), 'utf8')) as ProtocolSchema;

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(['protocolVersion', 'methods', 'commands']);
ajv.addSchema(schema);

/**
 * Validates by a type of the committed schema.
 *
 * @param reference for instance `#/$defs/Issue`
 * @throws {Error} where the value is not of this type
 */
export function assertValid(what: string, reference: string | undefined, value: unknown): void {
  assert(reference !== undefined, `${what}: there is no such type.`);
  const validate = ajv.getSchema(`${schema.$id}${reference}`);
  assert(validate !== undefined, `${what}: ${reference} is not in the schema.`);
  assert(validate(value), `${what}: ${ajv.errorsText(validate.errors)}`);
}
