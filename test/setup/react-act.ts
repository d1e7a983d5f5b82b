/** Tells React that updates are driven by tests; Testing Library does it by itself only where `beforeAll` is a global. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
