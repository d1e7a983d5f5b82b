import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { VisionDropzone } from "vision-dropzone";
import { openaiChat } from "vision-dropzone/endpoints";

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a picked picture becomes a block", async () => {
  const seen = [];
  render(<VisionDropzone endpoint={openaiChat} onReady={({ blocks }) => seen.push(...blocks)} />);
  const file = new File([Uint8Array.from(atob(PNG), (c) => c.charCodeAt(0))], "dot.png", { type: "image/png" });
  await userEvent.upload(screen.getByLabelText("Choose images"), file);
  await waitFor(() => expect(seen).toHaveLength(1), { timeout: 100_000 });
  expect(seen[0].image_url.url).toBe(`data:image/png;base64,${PNG}`);
}, 120_000);
