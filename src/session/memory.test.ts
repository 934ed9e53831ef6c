import {sessionStoreContract} from '../../test/contract/session-store.js';
import {MemoryStore} from './memory.js';

sessionStoreContract('memory', () => new MemoryStore());
