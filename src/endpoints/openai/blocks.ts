/** The parts that OpenAI defined: two for images, which others adopted, and two for files. */
import type { PreparedDocument } from "../../shared/types.js";
import { dataUrl } from "../data-url.js";

/** What the model may see: `low` costs least, `original` is not downsized but refused above 30,000 patches of 32 px. */
export type OpenaiDetail = "low" | "high" | "auto" | "original";

/** The levels of `openai` version 6, before `original`: blocks that do not ask for `original` fit that version, too. */
type CommonDetail = Exclude<OpenaiDetail, "original">;

/** Assignable to `ChatCompletionContentPartImage` of `openai`. */
export type OpenaiChatImagePart<Detail extends OpenaiDetail = CommonDetail> = {
  type: "image_url";
  image_url: { url: string; detail?: Detail };
};

/** Assignable to `ResponseInputImage` of `openai`; its type requires `detail` although the API defaults to `auto`. */
export type OpenaiResponsesImage<Detail extends OpenaiDetail = CommonDetail> = {
  type: "input_image";
  detail: Detail;
  image_url?: string;
  file_id?: string;
};

export function chatPart(url: string): OpenaiChatImagePart {
  return { type: "image_url", image_url: { url } };
}

export function responsesImage(url: string): OpenaiResponsesImage {
  return { type: "input_image", detail: "auto", image_url: url };
}

export function responsesFile(fileId: string): OpenaiResponsesImage {
  return { type: "input_image", detail: "auto", file_id: fileId };
}

/** Assignable to `ChatCompletionContentPart.File` of `openai`. */
export type OpenaiChatFilePart = {
  type: "file";
  /** A `data:` URL. */
  file: { filename: string; file_data: string };
};

/** Assignable to `ResponseInputFile` of `openai`. */
export type OpenaiResponsesFile = {
  type: "input_file";
  filename: string;
  /** A `data:` URL. */
  file_data: string;
};

export function chatFile(pdf: PreparedDocument): OpenaiChatFilePart {
  return { type: "file", file: { filename: pdf.name, file_data: dataUrl(pdf) } };
}

export function responsesDocument(pdf: PreparedDocument): OpenaiResponsesFile {
  return { type: "input_file", filename: pdf.name, file_data: dataUrl(pdf) };
}
