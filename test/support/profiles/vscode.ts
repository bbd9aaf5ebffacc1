import { givesAction, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * VS Code through vscode-languageclient 10.1.2.
 *
 * The capabilities are what the library's `LanguageClient.computeClientCapabilities` gave, run on Node.js with an empty
 * `vscode` module. Its renderer is marked, which shows raw HTML as text and drops `command:` links (a hover of a language
 * client is not trusted), but loads images of the web.
 */
export const vscode: EditorProfile = { name: 'VS Code', capabilities: recordedCapabilities('vscode'), answerQuestion: givesAction, renderer: 'marked' };
