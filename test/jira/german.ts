import type { Reply } from './replies.ts';

/** What Jira says to a German user; JQL has texts of its own. */
const german: Readonly<Record<string, string>> = {
  'You are not authenticated. Authentication required to perform this operation.':
    'Sie sind nicht authentifiziert. Zur Durchführung dieses Vorgangs ist eine Authentifizierung erforderlich.',
  'Issue Does Not Exist': 'Vorgang existiert nicht',
  'You do not have the permission to see the specified issue.':
    'Sie sind nicht berechtigt, den angegebenen Vorgang anzuzeigen.',
  'Login Required': 'Anmeldung erforderlich',
  'project is required': 'Projekt ist erforderlich',
  'valid project is required': 'Gültiges Projekt ist erforderlich',
  'issue type is required': 'Vorgangstyp ist erforderlich',
  'valid issue type is required': 'Gültiger Vorgangstyp ist erforderlich',
  'You must specify a summary of the issue.': 'Sie müssen eine Zusammenfassung für den Vorgang angeben.',
  'Summary must be less than 255 characters.': 'Die Zusammenfassung muss weniger als 255 Zeichen umfassen.',
  'Epic Name is required.': 'Epic-Name ist erforderlich.',
  'Resolution is required.': 'Lösung ist erforderlich.',
  'Comment body can not be empty!': 'Der Kommentartext darf nicht leer sein!',
  'You do not have the permission to comment on this issue.':
    'Sie sind nicht berechtigt, diesen Vorgang zu kommentieren.',
  'Invalid time duration entered.': 'Ungültige Zeitdauer eingegeben.',
  'Worklog must not be null.': 'Das Arbeitsprotokoll darf nicht null sein.',
  'Login failed': 'Anmeldung fehlgeschlagen',
};

/** Puts the messages of an error into German, those that are known word by word. */
export function inGerman(reply: Reply): Reply {
  if (reply.status < 400 || !String(reply.headers['Content-Type']).startsWith('application/json')) return reply;
  const said: unknown = JSON.parse(reply.body.toString(), (_name, value: unknown) =>
    typeof value === 'string' ? (german[value] ?? value) : value,
  );
  return { ...reply, body: JSON.stringify(said) };
}
