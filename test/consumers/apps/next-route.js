import { inspectBlock } from "vision-dropzone/core";

export async function POST(request) {
  return Response.json(await inspectBlock(await request.json()));
}
