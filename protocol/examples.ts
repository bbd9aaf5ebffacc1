/** The values that several examples show. */

/** A provider as the examples have it. */
export const exampleProvider = {
  id: 'jira-example-com-3f9c2a1b',
  name: 'Example Jira',
  baseUrl: 'https://jira.example.com/jira',
  server: {
    version: '9.12.4',
    versionNumbers: [9, 12, 4],
    deploymentType: 'Server',
    title: 'Example Jira',
    buildNumber: 9120004,
  },
  authentication: {
    type: 'oauth1',
    consumerKey: 'jira-language-server-5d2c8e1f',
    keyFingerprint: 'SHA256:XSyOHwQ6tA1Bb0vBbFv2cGm7m9d1iZ5gqk3cPp0lRyM',
  },
  state: 'needsAuthorization',
  origin: 'user',
} as const;

/** The same provider once its user approved access. */
export const exampleConnectedProvider = {
  ...exampleProvider,
  authentication: { ...exampleProvider.authentication, expiresAt: '2031-11-23T09:30:00.000Z' },
  state: 'connected',
  user: { name: 'mia', key: 'JIRAUSER10100', displayName: 'Mia Krystof', email: 'mia@example.com' },
} as const;

/** An SPKI public key in PEM, shortened. */
export const examplePublicKey =
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA…\n-----END PUBLIC KEY-----\n';
