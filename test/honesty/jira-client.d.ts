/** What the test uses of jira-client, which brings no types. */
declare module 'jira-client' {
  type Shape = Record<string, unknown>;

  interface Options {
    readonly protocol?: string;
    readonly host?: string;
    readonly port?: string;
    readonly base?: string;
    readonly apiVersion?: string;
    readonly strictSSL?: boolean;
    readonly username?: string;
    readonly password?: string;
    readonly bearer?: string;
    readonly oauth?: {
      readonly consumer_key: string;
      readonly consumer_secret: string;
      readonly access_token: string;
      readonly access_token_secret: string;
      readonly signature_method?: string;
    };
  }

  export default class JiraApi {
    constructor(options: Options);
    getCurrentUser(): Promise<Shape>;
    searchJira(jql: string, options?: Shape): Promise<Shape>;
    addNewIssue(issue: Shape): Promise<{ readonly key: string }>;
    addComment(key: string, body: string): Promise<Shape>;
    listTransitions(key: string): Promise<{ readonly transitions: readonly { readonly id: string }[] }>;
    transitionIssue(key: string, transition: Shape): Promise<unknown>;
    findIssue(key: string): Promise<{
      readonly fields: {
        readonly summary: string;
        readonly status: { readonly name: string };
        readonly comment: { readonly comments: readonly { readonly body: string }[] };
      };
    }>;
  }
}
