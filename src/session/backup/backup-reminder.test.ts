import {expect} from '@open-wc/testing';
import {BackupReminder} from './backup-reminder.js';

const minute = 60 * 1000;
const usual = {isPersistent: false, isForgetful: false};
const forgetful = {isPersistent: false, isForgetful: true};

let stores = 0;

function scene() {
  const store = `reminder-${performance.timeOrigin}-${++stores}`;
  const clock = {now: 1_000_000_000_000};
  const open = () => new BackupReminder(store, () => clock.now);
  const of = (answers: number) => ({id: 'job', answers});
  const made = (submitted: number) => ({id: 'job', counts: {draft: 0, skipped: 0, submitted}});
  return {clock, open, of, made, reminder: open()};
}

describe('BackupReminder', () => {
  it('reminds after fifty answers that no backup has', () => {
    const {reminder, of, made} = scene();
    expect(reminder.due(of(0), usual)).to.equal(0);
    expect(reminder.due(of(49), usual)).to.equal(0);
    expect(reminder.due(of(50), usual)).to.equal(50);
    reminder.made(made(50));
    expect(reminder.due(of(50), usual)).to.equal(0);
    expect(reminder.due(of(99), usual)).to.equal(0);
    expect(reminder.due(of(100), usual)).to.equal(50);
  });

  it('reminds of fewer after half an hour, and not while nothing is new', () => {
    const {reminder, of, made, clock} = scene();
    clock.now += 60 * minute;
    expect(reminder.due(of(3), usual), 'the first look').to.equal(0);
    clock.now += 30 * minute;
    expect(reminder.due(of(4), usual)).to.equal(4);
    reminder.made(made(4));
    clock.now += 90 * minute;
    expect(reminder.due(of(4), usual)).to.equal(0);
    expect(reminder.due(of(5), usual), 'half an hour from the first new one').to.equal(0);
  });

  it('reminds at the first answer where the browser forgets soon, and nowhere that it keeps everything', () => {
    const {reminder, of} = scene();
    expect(reminder.due(of(1), forgetful)).to.equal(1);
    expect(reminder.due(of(500), {...forgetful, isPersistent: true})).to.equal(0);
  });

  it('says nothing for half an hour when told to do so later, on the next page too, whatever the clock does', () => {
    const {reminder, of, clock, open} = scene();
    expect(reminder.due(of(60), usual)).to.equal(60);
    reminder.later('job');
    expect(reminder.due(of(61), usual)).to.equal(0);
    expect(open().due(of(61), usual)).to.equal(0);
    clock.now += 30 * minute;
    expect(open().due(of(61), usual)).to.equal(61);
    reminder.later('job');
    clock.now -= 2 * 24 * 60 * minute;
    expect(reminder.due(of(61), usual), 'a clock put back').to.equal(61);
  });

  it('knows when the last backup was made', () => {
    const {reminder, made, clock, open} = scene();
    expect(reminder.lastAt('job')).to.equal(undefined);
    reminder.later('job');
    expect(reminder.lastAt('job')).to.equal(undefined);
    reminder.made(made(2));
    expect(open().lastAt('job')).to.equal(clock.now);
  });
});
