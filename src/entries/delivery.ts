export {Courier, type CourierOptions, type CourierState, type DeliveryStore} from '../delivery/courier.js';
export {FolderSink} from '../delivery/folder-sink.js';
export {FolderSource} from '../delivery/folder-source.js';
export {HttpSink, type DeliveryAddress, type HttpSinkOptions} from '../delivery/http-sink.js';
export {HttpSource, type HttpSourceOptions} from '../delivery/http-source.js';
export type {Delivery, JobSink, Parcel} from '../delivery/job-sink.js';
export type {JobSource} from '../delivery/job-source.js';
