/** How a provider's server is reached. */
import * as z from 'zod';
import { optional } from './primitives.ts';

/** A client certificate for mutual TLS. */
export const ClientCertificate = z
  .object({
    certificate: z.string().min(1).describe('PEM, or the path of a PEM file.'),
    privateKey: z.string().min(1).describe('PEM, or the path of a PEM file.'),
    passphrase: optional(z.string()).describe('The passphrase of the private key.'),
  })
  .meta({ id: 'ClientCertificate', description: 'A client certificate for mutual TLS.' });

/** Network settings of one provider. Certificate verification cannot be switched off. */
export const Network = z
  .object({
    ca: optional(z.string().min(1)).describe(
      "Certificate authorities to trust beside the system's: PEM, or the path of a PEM file.",
    ),
    proxy: optional(z.string().min(1)).describe(
      'The address of an HTTP proxy, or `direct` for none. Absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide.',
    ),
    clientCertificate: optional(ClientCertificate),
    headers: optional(z.record(z.string(), z.string())).describe(
      'Headers to send with each request to this server, for instance for a gateway. They are kept as secrets.',
    ),
  })
  .meta({ id: 'Network', description: 'Network settings of one provider.' });

/** Network settings, validated. */
export type Network = z.output<typeof Network>;
