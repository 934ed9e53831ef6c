import {expect} from '@open-wc/testing';
import {jobNameFor} from './job.js';

describe('jobNameFor', () => {
  it('keeps letters and digits and joins them by single hyphens', () => {
    expect(jobNameFor('  What is in the picture? (2nd try) ')).to.equal('what-is-in-the-picture-2nd-try');
    expect(jobNameFor('Früchte_zählen.manifest')).to.equal('fruchte-zahlen-manifest');
  });

  it('never ends in a hyphen and never exceeds 63 characters', () => {
    const name = jobNameFor('a'.repeat(62) + ' bcd');
    expect(name).to.equal('a'.repeat(62));
  });

  it('has a name for a title without letters', () => {
    expect(jobNameFor('?!')).to.equal('labeling-job');
  });
});
