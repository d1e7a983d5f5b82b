/** Testing Library cleans up by itself only where `afterEach` is a global; ours is imported. It waits as long as all tests do. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, inject } from "vitest";

configure({ asyncUtilTimeout: inject("patienceMs") });
afterEach(cleanup);
