/** Settings: what is wrong is told and left out, and the later goes over the earlier. */
import { assert } from 'chai';
import type { EditorClient } from '../../../src/server/editor-client.ts';
import { LiveSettings } from '../../../src/server/settings.ts';

function settings(initial: unknown, configuration: () => unknown = () => undefined): { live: LiveSettings; warnings: string[] } {
  const warnings: string[] = [];
  const editor = { warn: (message: string) => warnings.push(message), configuration: () => Promise.resolve(configuration()) } as unknown as EditorClient;
  return { live: new LiveSettings(initial, undefined, editor), warnings };
}

describe('the settings of features', () => {
  it('have defaults, over them those of initialize, and over these what is told later', () => {
    const { live } = settings({ inlayHints: { enabled: true }, completion: { insert: '[{key}]({url})' } });
    assert.isTrue(live.current.inlayHints.enabled);
    let changes = 0;
    live.onChange(() => (changes += 1));
    live.changed({ jira: { completion: { words: false }, inlayHints: null } });
    assert.deepEqual(live.current.completion, { enabled: true, insert: '[{key}]({url})', words: false });
    assert.isTrue(live.current.inlayHints.enabled);
    live.changed({ jira: { completion: { words: false } } });
    assert.strictEqual(changes, 1);
  });

  it('leave out what is wrong, each member by itself, and say so', () => {
    const { live, warnings } = settings({});
    live.changed({ jira: { diagnostics: { closedIssue: 'no', movedIssue: false, todoMarkers: ['TODO', '!'] }, hover: 7 } });
    assert.deepInclude(live.current.diagnostics, { closedIssue: true, movedIssue: false, todoMarkers: ['TODO', 'FIXME'] });
    assert.isTrue(live.current.hover.enabled);
    assert.deepEqual(warnings, ['These settings are wrong and were left out: hover, diagnostics.closedIssue, diagnostics.todoMarkers.1.']);
  });

  it('are those of the editor where it is asked, now and whenever it says that they changed', async () => {
    let told: unknown = { hover: { enabled: false } };
    const { live } = settings({}, () => told);
    await live.ready();
    assert.isFalse(live.current.hover.enabled);
    told = null;
    live.changed(null);
    await live.ready();
    assert.isFalse(live.current.hover.enabled, 'an editor that has nothing to say changes nothing');
    told = {};
    live.changed({});
    await live.ready();
    assert.isTrue(live.current.hover.enabled);
  });
});
