import { createRoot } from "react-dom/client";
import { Attachments } from "./attachments.jsx";

createRoot(document.querySelector("#root")).render(<Attachments />);
