/** Generate keys: what an administrator needs to set up an application link. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { examplePublicKey, exampleProvider } from './examples.ts';
import { requestMethods } from './methods.ts';
import { BaseUrl, Id, optional, Time, withDefault } from './primitives.ts';

/** Every value of Jira's application link form, and the steps to it. */
export const ApplicationLink = z
  .object({
    url: z.string().optional().describe("The administrator's page of application links, where the server is known."),
    applicationUrl: z.string().describe('The address that Jira wants of every application: nothing is there, and another for each key.'),
    applicationName: z.string(),
    consumerKey: z.string(),
    consumerName: z.string(),
    publicKey: z.string().describe('The public key in the form that Jira\'s form takes.'),
    steps: z.array(z.string()).describe("What the administrator does, in the words of the server's own version."),
  })
  .meta({ id: 'ApplicationLink', description: "Every value of Jira's application link form, and the steps to it." });

/** An RSA key pair. The private key stays with the agent unless its export was asked for. */
export const KeyPair = z
  .object({
    id: Id,
    bits: z.int(),
    fingerprint: z
      .string()
      .regex(/^SHA256:[A-Za-z0-9+/]{43}$/)
      .describe('`SHA256:` and the unpadded base64 of the SHA-256 of the SPKI DER.'),
    publicKey: z.string().describe('SPKI, PEM.'),
    certificate: z.string().describe('X.509, self-signed, PEM.'),
    createdAt: Time,
    notAfter: Time.describe('The end of the certificate.'),
    privateKey: z.string().optional().describe('PKCS#8, PEM; only with `exportPrivateKey`.'),
    applicationLink: ApplicationLink,
    warnings: z.array(z.string()),
  })
  .meta({ id: 'KeyPair', description: 'An RSA key pair, with what the administrator needs of it.' });

/** Makes an RSA key pair and a certificate. */
export const generateKeyPair = defineRequest({
  method: requestMethods.generateKeyPair,
  summary: 'Makes an RSA key pair, its certificate, and every value of the application link form.',
  params: z.object({
    bits: withDefault(z.union([z.literal(1024), z.literal(2048), z.literal(3072), z.literal(4096)]), 2048).describe(
      'The size of the key. 2048 is known to work with Jira; 1024 is weak and answered with a warning.',
    ),
    validDays: withDefault(z.int().min(1).max(36500), 365).describe('For how many days the certificate is valid. Jira itself only takes the public key.'),
    commonName: optional(z.string().trim().min(1).max(64)).describe('The common name in the certificate; by default the consumer name.'),
    baseUrl: optional(BaseUrl).describe('The server that the keys are for: the steps are then those of its version.'),
    exportPrivateKey: withDefault(z.boolean(), false).describe('Whether the result carries the private key.'),
  }),
  result: KeyPair,
  errors: [],
  example: {
    params: { baseUrl: 'https://jira.example.com/jira' },
    result: {
      id: 'k-8a1f0c62',
      bits: 2048,
      fingerprint: exampleProvider.authentication.keyFingerprint,
      publicKey: examplePublicKey,
      certificate: '-----BEGIN CERTIFICATE-----\nMIIDPjCCAiagAwIBAgIQ…\n-----END CERTIFICATE-----\n',
      createdAt: '2026-11-24T09:30:00.000Z',
      notAfter: '2027-11-24T09:30:00.000Z',
      applicationLink: {
        url: 'https://jira.example.com/jira/plugins/servlet/applinks/listApplicationLinks',
        applicationUrl: 'https://jira-language-server-5d2c8e1f.invalid',
        applicationName: 'Jira Language Server',
        consumerKey: 'jira-language-server-5d2c8e1f',
        consumerName: 'Jira Language Server',
        publicKey: examplePublicKey,
        steps: ['Open the page of application links.', 'Press “Create link”.'],
      },
      warnings: [],
    },
  },
});

export type ApplicationLink = z.output<typeof ApplicationLink>;
export type KeyPair = z.output<typeof KeyPair>;
