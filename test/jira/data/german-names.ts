/** What Jira's own types, fields and statuses are called on a site whose language is German. */
const germanNames: Readonly<Record<string, string>> = {
  Task: 'Aufgabe',
  'Sub-task': 'Unteraufgabe',
  Bug: 'Fehler',
  'To Do': 'Zu erledigen',
  'In Progress': 'In Arbeit',
  'In Review': 'In Prüfung',
  Done: 'Erledigt',
  Parked: 'Geparkt',
  Highest: 'Höchste',
  High: 'Hoch',
  Medium: 'Mittel',
  Low: 'Niedrig',
  Lowest: 'Niedrigste',
  "Won't Do": 'Wird nicht erledigt',
  Duplicate: 'Duplikat',
  Summary: 'Zusammenfassung',
  Description: 'Beschreibung',
  'Issue Type': 'Vorgangstyp',
  Reporter: 'Autor',
  Assignee: 'Bearbeiter',
  Priority: 'Priorität',
  Resolution: 'Lösung',
  Labels: 'Stichwörter',
  'Component/s': 'Komponenten',
  'Fix Version/s': 'Lösungsversionen',
  Project: 'Projekt',
  Comment: 'Kommentar',
  'Send to review': 'Zur Prüfung',
  'Send back': 'Zurückgeben',
  'Resolve with a reason': 'Mit Begründung lösen',
};

/** A name in the language of a site; one that has no translation stays as it is. */
export function nameIn(language: 'en' | 'de', name: string): string {
  return language === 'de' ? (germanNames[name] ?? name) : name;
}
