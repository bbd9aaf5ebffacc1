import recorded from './fields.json' with { type: 'json' };

/** A field as `/field` describes it. */
export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: readonly string[];
  /** `issuekey` and `thumbnail` have none. */
  readonly schema?: FieldSchema;
}

/** The type of a field's values. */
export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

/** Every field of a site, as recorded on Jira Software 8.20.7 (see `captures/`, and its licence), and *Flagged*. */
export const fieldDefinitions: readonly FieldDefinition[] = [
  ...recorded,
  {
    id: 'customfield_10112',
    name: 'Flagged',
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: ['cf[10112]', 'Flagged'],
    schema: {
      type: 'array',
      items: 'option',
      custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes',
      customId: 10112,
    },
  },
];

/** Finds a field by its id. */
export function fieldDefinition(id: string): FieldDefinition | undefined {
  return fieldDefinitions.find((field) => field.id === id);
}

/** The fields of a site: those of Jira Software are there where it is installed. */
export function fieldsOfSite(software: boolean): readonly FieldDefinition[] {
  return fieldDefinitions.filter(({ schema }) => software || schema?.custom?.startsWith('com.pyxis.greenhopper') !== true);
}
