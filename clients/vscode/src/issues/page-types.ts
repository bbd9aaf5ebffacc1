/** What VS Code knows pages by, also when a window is opened again. */

/** The pages of issues. */
export const issuePageType = 'jiraClient.issue';

/** The pages of new issues. */
export const createPageType = 'jiraClient.create';
