/**
 * "vision-dropzone/worker": the worker as a module of its own, for pages whose Content-Security-Policy forbids `blob:`
 * workers. Import it in a worker file of yours and pass `createWorker: () => new Worker(thatFile, { type: "module" })`.
 */
import "./pool/worker.js";
