import {expect, oneEvent} from '@open-wc/testing';
import {bytesOfBase64} from '../../base/base64.js';
import type {JsonObject} from '../../base/json.js';
import {entryOf} from '../../formats/entry.js';
import {decodeMaskPng} from '../../raster/png/decode-mask.js';
import type {GtInstanceSegmentationTask} from '../gt-instance-segmentation-task/gt-instance-segmentation-task.js';
import type {SubmitDetail} from '../shared/task-element.js';
import {dataOf, painted, plainLine, shown} from './mask-files.harness.js';

describe('the mask file of an answer', () => {
  it('is in getAnswer and gt-submit, as a file beside the line and as text in the answer, never in value', async () => {
    const element = await shown({entry: plainLine(), history: painted(), objectId: 7, workerId: 'w'});
    expect(element.value).to.deep.equal({
      labelMappings: {leaf: {color: '#2ca02c'}},
      inputImageProperties: {height: 130, width: 160},
    });
    const answer = await element.getAnswer();
    const bytes = bytesOfBase64(answer?.labeledImage?.pngImageData ?? '');
    const {data, palette} = await decodeMaskPng(bytes as Uint8Array);
    expect([...data.subarray(0, 11)]).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
    expect(palette).to.have.length(256);
    const submit = oneEvent(element, 'gt-submit') as unknown as Promise<CustomEvent<SubmitDetail>>;
    expect(await element.submit()).to.equal(true);
    const {detail} = await submit;
    const [file] = detail.files;
    expect(file?.path).to.match(
      /^canopy\/annotations\/consolidated-annotation\/output\/7_\d{4}-\d\d-\d\dT\d\d_\d\d_\d\d\.\d{6}\.png$/,
    );
    const line = JSON.parse(detail.line) as JsonObject;
    expect(line['canopy-ref']).to.equal(file?.path);
    expect(line['canopy-ref-metadata']).to.deep.include({type: 'groundtruth/semantic-segmentation'});
    const content = detail.answer.answerContent['crowd-semantic-segmentation'] as unknown as typeof answer;
    expect(bytesOfBase64(content?.labeledImage?.pngImageData ?? '')).to.deep.equal(
      new Uint8Array((await file?.blob.arrayBuffer()) as ArrayBuffer),
    );
    expect(file?.blob.type).to.equal('image/png');
  });

  it('comes from the moment it was asked for; nothing can be changed and submitted twice meanwhile', async () => {
    const element = await shown({entry: plainLine(), history: painted()});
    let submissions = 0;
    element.addEventListener('gt-submit', () => submissions++);
    const [first, second] = [element.submit(), element.submit()];
    await element.updateComplete;
    const submit = element.shadowRoot?.querySelector('[part=submit]');
    expect(submit?.textContent?.trim()).to.equal('Submitting…');
    expect(submit?.getAttribute('aria-disabled')).to.equal('true');
    expect(element.undo(), 'undo while it is written').to.equal(false);
    expect(await first).to.equal(true);
    expect(await second).to.equal(true);
    expect(submissions).to.equal(1);
    await element.updateComplete;
    expect(submit?.textContent?.trim()).to.contain('Submit');
    const asked = element.toManifestLine({now: new Date(0)});
    element.history = {done: [], undone: []};
    const {files} = await asked;
    expect((await dataOf(files[0]?.blob as Blob)).data[0]).to.equal(1);
  });

  it('is not handed over for another item', async () => {
    const element = await shown({entry: plainLine(), history: painted()});
    let submissions = 0;
    element.addEventListener('gt-submit', () => submissions++);
    const submitted = element.submit();
    element.entry = entryOf({'source-ref': 's3://b/b.jpg'}, '{"source-ref":"s3://b/b.jpg"}');
    await element.updateComplete;
    expect(await submitted).to.equal(false);
    expect(submissions).to.equal(0);
  });

  it('of single things has a value and a colour for each', async () => {
    const element = await shown<GtInstanceSegmentationTask>(
      {entry: plainLine(), history: painted('leaf', 3)},
      undefined,
      'gt-instance-segmentation-task',
    );
    const {line, files} = await element.toManifestLine({now: new Date(0)});
    const {data} = await dataOf(files[0]?.blob as Blob);
    expect([...data.subarray(0, 10)]).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(JSON.parse(line)).to.deep.include({'canopy-ref': files[0]?.path});
    expect(line)
      .to.contain('"1":{"class-name":"leaf","hex-color":"#ff7f0e","confidence":0}')
      .and.contain('groundtruth/custom');
  });
});
