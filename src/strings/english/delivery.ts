import {plural} from '../plural.js';

const number = (value: number): string => value.toLocaleString('en');
const answers = (count: number): string =>
  `${number(count)} ${plural('en', count, {one: 'answer', other: 'answers'})}`;

/** The words of the portal for answers that are sent somewhere. */
export const deliveryWords = {
  delivery: {
    whereResultsGo: 'Where results go',
    stayHere: 'They stay with whoever works, and are passed on as files',
    sent: 'They are sent to an address',
    address: 'Address for results',
    addressExample: 'https://example.com/results/',
    addressHelp:
      'Every answer is put there as soon as it is submitted, and once the network is back. Workers are told the address and agree first.',
    badAddress:
      'Results cannot be sent there. Use an https address without a name or password in it, that ends in “/” or has {path} where the path of each file belongs.',
    sendsTo: (address: string) => `This job sends your answers to ${address}.`,
    agree: 'Agree and start working',
    notAgreed: (address: string) =>
      `This job wants your answers sent to ${address}. Nothing is sent before you agree.`,
    sendMine: 'Send my answers',
    delivered: (done: number, total: number) => `${number(done)} of ${number(total)} delivered`,
    goTo: (address: string) => `Answers go to ${address}`,
    noConnection: (count: number) =>
      `No connection: ${answers(count)} ${plural('en', count, {one: 'waits', other: 'wait'})}`,
    again: (count: number) => `${answers(count)} not delivered yet; it is tried again`,
    stopped: (count: number) => `${answers(count)} not delivered`,
    elsewhere: 'Another tab delivers the answers',
    tryAgain: 'Try again',
    toFolder: 'Deliver to a folder…',
    toFolderOf: (title: string) => `Deliver ${title} to a folder`,
    folderFor: (title: string) =>
      `The results of ${title} are written to the folder for as long as the portal is open.`,
    someSent: 'Only answers to jobs that say so leave this browser.',
    reasons: {
      'delivery/unreachable': 'The server does not answer, or does not let this page talk to it.',
      'delivery/busy': 'The server is busy.',
      'delivery/not-allowed':
        'The server does not allow it. A signed link may have expired; ask whoever made the job for a new one.',
      'delivery/not-found': 'The server has no such place. Ask whoever made the job.',
      'delivery/too-large': 'The server takes no files of that size.',
      'delivery/refused': 'The server refuses it.',
      'delivery/address': 'The address cannot be used.',
      'delivery/damaged': 'A mask can no longer be read here. Open the item and submit it again.',
      'delivery/storage': 'The answers could not be read from this browser’s storage.',
      'delivery/full': 'The disk is full. Make room.',
    },
  },
  update: {
    ready: 'A new version is ready.',
    comesBack: 'Your work is saved first and comes back as it is.',
    reload: 'Reload now',
    later: 'Later',
    unsaved: 'Not reloaded: some of the work could not be saved yet.',
  },
};
