/** Notes of things to do, and what looks like a key where nobody knows the projects. */
import { expect } from 'chai';
import fc from 'fast-check';
import { hasKeyShape } from '../../../src/core/references/key-shape.ts';
import { findNote } from '../../../src/core/references/note.ts';

describe('a note', () => {
  const notes: [line: string, text: string, withKey: string][] = [
    ['// TODO: close the file', 'close the file', '// TODO(ABC-1): close the file'],
    ['  # FIXME close the file', 'close the file', '  # FIXME(ABC-1) close the file'],
    ['/* TODO(mia): close the file */', 'close the file', '/* TODO(mia) ABC-1: close the file */'],
    ['<!-- XXX - close the file -->', 'close the file', '<!-- XXX(ABC-1) - close the file -->'],
    ['x = 1; // HACK', '', 'x = 1; // HACK(ABC-1)'],
    ['@TODO close the file', 'close the file', '@TODO(ABC-1) close the file'],
  ];
  for (const [line, text, withKey] of notes) {
    it(`is found in “${line.trim()}”, with the place for a key`, () => {
      const note = findNote(line);
      expect(note?.text).to.equal(text);
      const { at, before, after } = note!.keyPlace;
      expect(`${line.slice(0, at)}${before}ABC-1${after}${line.slice(at)}`).to.equal(withKey);
    });
  }

  for (const line of ['MASTODON', 'TODOS are many', 'const TODO_LIST = []', 'app.TODO = 1', 'TODO() called', 'todo: in prose', 'a method']) {
    it(`is none in “${line}”`, () => expect(findNote(line)).to.equal(undefined));
  }

  it('lies within its line, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('TODO', 'FIXME(x)'), fc.string({ unit: 'grapheme' }), (before, marker, after) => {
        const line = `${before} ${marker} ${after}`;
        const note = findNote(line);
        if (note === undefined) return;
        expect(note.start).to.be.at.most(note.keyPlace.at);
        expect(note.keyPlace.at).to.be.at.most(note.end);
        expect(note.end).to.be.at.most(line.length);
        expect(line).to.include(note.text);
      }),
    );
  });
});

describe('what looks like a key', () => {
  for (const line of ['ABC-1', 'see ABC-123.', '(WEB-7)', 'PROJ_2-45: fix']) it(`is in “${line}”`, () => expect(hasKeyShape(line)).to.equal(true));

  for (const line of ['UTF-8', 'SHA-256', 'ISO-8859-1', '2026-08', 'X-1', 'ABC-01', 'ABC-1-2', 'ABC-1.5', 'abc-1', 'xABC-1', 'https://example.com/ABC-1', 'CVE-2021-44228', 'A-1']) {
    it(`is not in “${line}”`, () => expect(hasKeyShape(line)).to.equal(false));
  }

  it('is at its place alone', () => {
    expect([2, 3, 5, 8, 9].map((at) => hasKeyShape('a, ABC-1 b', at))).to.deep.equal([false, true, true, true, false]);
  });
});
