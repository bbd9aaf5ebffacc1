import type { FieldSchema } from './fields.ts';

/** A value to choose. */
export interface CustomOption {
  readonly id: string;
  readonly value: string;
  readonly children?: readonly CustomOption[];
}

/** A field that an administrator made and put on the screens. */
export interface CustomField {
  /** `customfield_` and a number. */
  readonly id: string;
  readonly name: string;
  /** Without `customId`, which is the number in the id. */
  readonly schema: FieldSchema;
  /** Whether the field configuration makes it required. */
  readonly required: boolean;
  /** The names of the types of issue on whose screens it is; absent: all. */
  readonly types?: readonly string[];
  readonly options?: readonly CustomOption[];
}
