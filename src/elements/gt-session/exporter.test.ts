import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {manifestText} from '../../../test/helpers/job.js';
import {click} from '../../../test/helpers/press.js';
import '../../define/gt-classification-task.js';
import '../../define/gt-session.js';
import {MemoryStore} from '../../session/memory.js';
import type {WorkPage} from '../../session/session-store.js';
import {StorageError} from '../../session/storage-error.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession} from './gt-session.js';

/** A store in which item 2 has rotted. */
class RottenStore extends MemoryStore {
  override async works(...args: Parameters<MemoryStore['works']>): Promise<WorkPage> {
    const page = await super.works(...args);
    return {...page, unreadable: [1]};
  }
}

/** A store that can no longer be read. */
class DeadStore extends MemoryStore {
  override async works(): Promise<WorkPage> {
    throw new StorageError('damaged');
  }
}

describe('a backup that is not whole', () => {
  for (const [store, told] of [
    [new RottenStore(), '1 item could not be read and is not in the file.'],
    [new DeadStore(), 'the file has only what was not saved in it yet'],
  ] as const) {
    it(`says so when it is saved: ${told}`, async () => {
      const session = await fixture<GtSession>(
        html`<gt-session job-name="pets" .manifestFile=${new Blob([manifestText(3)])} .store=${store}>
          <gt-classification-task .labels=${['cat', 'dog']}></gt-classification-task>
        </gt-session>`,
      );
      const harness = new SessionHarness(session);
      await waitUntil(() => harness.hasButton('Download a backup'));
      const {click: press} = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = () => {};
      try {
        await click(harness.button('Download a backup'));
        await waitUntil(() => harness.alerts.some((text) => text.includes(told)));
      } finally {
        HTMLAnchorElement.prototype.click = press;
      }
      await click(harness.button('Dismiss'));
      expect(harness.alerts.some((text) => text.includes(told))).to.equal(false);
    });
  }
});
