/** What changed since a moment: a clock reading in the account's zone that is never later than the moment. */
import { expect } from 'chai';
import fc from 'fast-check';
import { changedSinceJql } from '../../../src/core/issues/changed-since.ts';
import { parseDate } from '../../jira/jql/dates.ts';

const zones = ['Etc/UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'Australia/Lord_Howe', 'America/New_York', 'Africa/Casablanca'];

/** The reading, as the honest Jira understands it: milliseconds since the epoch. */
function moment(jql: string | undefined, timeZone: string): number {
  return parseDate(/updated >= "(.*)"$/.exec(jql ?? '')?.[1] ?? '', { now: 0, timeZone })!;
}

describe('a query for what changed since', () => {
  it('reads the clock in the zone of the account, some minutes before', () => {
    const since = Date.parse('2026-01-15T12:00:30Z');
    const times = zones.slice(0, 3).map((zone) => changedSinceJql('', since, zone));
    expect(times).to.deep.equal(['updated >= "2026-01-15 11:58"', 'updated >= "2026-01-15 17:28"', 'updated >= "2026-01-15 08:28"']);
  });

  it('never asks for less, also where clocks are set forward or back, and for no more than some hours more', () => {
    const milliseconds = fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') });
    fc.assert(
      fc.property(milliseconds, fc.constantFrom(...zones), (since, zone) => {
        const asked = moment(changedSinceJql('', since, zone), zone);
        expect(asked).to.be.at.most(since - 120_000);
        expect(asked).to.be.above(since - 8 * 3_600_000);
      }),
    );
  });

  for (const [zone, change] of [['Europe/Berlin', '2026-10-25T01:00:00Z'], ['America/New_York', '2026-11-01T06:00:00Z'], ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'], ['Europe/Berlin', '2026-03-29T01:00:00Z']] as const) {
    it(`means a moment before, whichever of two it is, around ${change} in ${zone}`, () => {
      for (let minutes = -130; minutes <= 130; minutes += 5) {
        const since = Date.parse(change) + minutes * 60_000;
        const asked = moment(changedSinceJql('', since, zone), zone);
        // Of two moments with one reading Jira may mean the later one.
        expect(asked + 3_600_000, `${minutes} minutes`).to.be.at.most(since);
      }
    });
  }

  it('puts the condition in brackets, and leaves the order out', () => {
    const since = Date.parse('2026-01-15T12:00:00Z');
    const of = (jql: string) => changedSinceJql(jql, since, 'Etc/UTC')?.replace(/updated >= "[^"]*"$/, '…');
    expect(of('project = ABC OR assignee = me ORDER BY key')).to.equal('(project = ABC OR assignee = me) AND …');
    expect(of('ORDER BY key')).to.equal('…');
    expect(of('  ')).to.equal('…');
    expect(of('summary ~ "x order by y" order by created desc, key')).to.equal('(summary ~ "x order by y") AND …');
    expect(of('status = "order" ORDER BY "order"')).to.equal('(status = "order") AND …');
  });

  it('is none where the query or the zone is not understood', () => {
    expect(changedSinceJql('project = (', 0, 'Etc/UTC')).to.equal(undefined);
    expect(changedSinceJql('project = ABC', 0, 'Nowhere/Land')).to.equal(undefined);
  });
});
