/** How a server is reached: certificates, a proxy, headers for a gateway. */
import { l10n, type Uri, window } from 'vscode';
import type { Network } from '../../../../protocol/network.ts';

/** What is set, in a few words. */
export function describeNetwork(network: Network | undefined): string[] {
  const parts = [
    network?.ca === undefined ? undefined : l10n.t('a certificate authority of yours'),
    network?.proxy === undefined ? undefined : network.proxy === 'direct' ? l10n.t('no proxy') : l10n.t('the proxy {0}', withoutCredentials(network.proxy)),
    network?.clientCertificate === undefined ? undefined : l10n.t('a client certificate'),
    network?.headers === undefined ? undefined : l10n.t('headers for a gateway'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [l10n.t('With {0}', parts.join(', '))];
}

/** Asks for one of the settings. @returns all of them; `undefined` where nothing was changed */
export async function editNetwork(network: Network | undefined): Promise<Network | undefined> {
  const choices = [
    { label: l10n.t('Trust a certificate authority…'), detail: l10n.t('A file in PEM, for a server whose certificate your company has made'), edit: certificateAuthority },
    { label: l10n.t('Use a proxy…'), detail: l10n.t('Otherwise HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide'), edit: proxy },
    { label: l10n.t('Show a client certificate…'), detail: l10n.t('For a server that wants to know the machine, too'), edit: clientCertificate },
    { label: l10n.t('Send a header…'), detail: l10n.t('For a gateway before Jira; its value is kept as a secret'), edit: header },
    ...(network === undefined ? [] : [{ label: l10n.t('Forget all of this'), edit: () => Promise.resolve(nothing) }]),
  ];
  const chosen = await window.showQuickPick(choices, { title: l10n.t('Proxy and Certificates'), ignoreFocusOut: true });
  const changed = await chosen?.edit(network);
  if (changed === undefined) return undefined;
  return changed === nothing ? nothing : { ...nothing, ...network, ...changed };
}

type Edit = (network: Network | undefined) => Promise<Partial<Network> | undefined>;

const nothing: Network = { ca: undefined, proxy: undefined, clientCertificate: undefined, headers: undefined };

const certificateAuthority = async (): Promise<Partial<Network> | undefined> => {
  const file = await pemFile(l10n.t('The certificate authority'));
  return file === undefined ? undefined : { ca: file.fsPath };
};

const proxy: Edit = async (network) => {
  const address = await window.showInputBox({ title: l10n.t('Proxy'), prompt: l10n.t('The address of an HTTP proxy, or “direct” for none'), placeHolder: 'http://proxy.example.com:3128', value: network?.proxy ?? '', ignoreFocusOut: true });
  return address === undefined || address.trim() === '' ? undefined : { proxy: address.trim() };
};

const clientCertificate = async (): Promise<Partial<Network> | undefined> => {
  const certificate = await pemFile(l10n.t('The client certificate'));
  const key = certificate && (await pemFile(l10n.t('The private key of the client certificate')));
  if (certificate === undefined || key === undefined) return undefined;
  const passphrase = await window.showInputBox({ title: l10n.t('Client Certificate'), prompt: l10n.t('The passphrase of its private key; nothing where it has none'), password: true, ignoreFocusOut: true });
  return passphrase === undefined ? undefined : { clientCertificate: { certificate: certificate.fsPath, privateKey: key.fsPath, passphrase: passphrase === '' ? undefined : passphrase } };
};

const header: Edit = async (network) => {
  const name = await window.showInputBox({ title: l10n.t('Header'), prompt: l10n.t('The name of the header'), placeHolder: 'CF-Access-Client-Id', ignoreFocusOut: true });
  const value = name && (await window.showInputBox({ title: l10n.t('Header'), prompt: l10n.t('The value of {0}; it is not shown', name), password: true, ignoreFocusOut: true }));
  return name === undefined || value === undefined || name === '' || value === '' ? undefined : { headers: { ...network?.headers, [name.trim()]: value } };
};

/** A file on the machine of the agent. */
async function pemFile(title: string): Promise<Uri | undefined> {
  const [file] = (await window.showOpenDialog({ title, openLabel: l10n.t('Use'), filters: { PEM: ['pem', 'crt', 'cer', 'key'], [l10n.t('All files')]: ['*'] } })) ?? [];
  return file;
}

function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//');
}
