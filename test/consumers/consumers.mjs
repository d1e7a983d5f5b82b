/**
 * The apps in which the packed package is tried. `packages` are installed beside it; `files` are what the app's author writes (a text, or the name
 * of a file in `apps/`); `build` are commands; then `serve` is the folder of a static site, or `start` a command that serves on `$PORT`.
 * `type` is that of package.json. `test` are commands that must succeed where there is no page to open.
 */
const REACT_19 = { react: "19", "react-dom": "19" };
const REACT_18 = { react: "18", "react-dom": "18" };
const HTML = `<!doctype html><meta charset=utf-8><link rel=icon href=data:,><div id=root></div>`;
const page = (script) => `${HTML}<script type=module src="${script}"></script>`;
/** The app in React, as most are. */
const REACT_APP = { "app.jsx": { from: "react-app.jsx" }, "attachments.jsx": { from: "attachments.jsx" } };
const BARE_TYPES = { types: [], strict: true, noEmit: true, skipLibCheck: false };

const vite = (name, version, react) => ({
  name,
  packages: { ...react, vite: version },
  files: {
    ...REACT_APP,
    "index.html": page("/app.jsx"),
    // As React's own plugin would; without it the test does not hang on that plugin's versions.
    "vite.config.mjs": `export default { ${version === "8" ? "oxc" : "esbuild"}: { jsx: ${version === "8" ? '{ runtime: "automatic" }' : '"automatic"'} } };`,
  },
  build: ["npx vite build"],
  serve: "dist",
});

/** With a form beside it, of parts: `fillIn` sends it. */
const withForm = (app) => ({
  ...app,
  files: { ...app.files, "app.jsx": { from: "form-app.jsx" } },
  async fillIn(tab, photo) {
    const form = tab.locator("form");
    const submit = form.getByRole("button", { name: "Submit" });
    await submit.click();
    const told = await form.getByRole("alert").textContent();
    await form.locator("input[type=file]").setInputFiles(photo);
    await form.locator("ul > li[data-status=ready] b").getByText("photo.jpg").waitFor();
    const drawn = await tab.evaluate(() => window.drawn.join(", "));
    await submit.click();
    const sent = await form.locator("#sent").textContent();
    await form.locator("button.mine").focus();
    await tab.keyboard.press("Delete");
    await form.locator("li").waitFor({ state: "detached" });
    const focused = await tab.evaluate(() => Object.keys(document.activeElement.dataset)[0]);
    return [told, drawn, sent, focused].join(" | ");
  },
  /** What `fillIn` resolves to. */
  filledIn: "Add an image. | section, section, ul, button | photo.jpg image/jpeg true | vdArea",
});

const next = (name, flag) => ({
  name,
  packages: { ...REACT_19, next: "16" },
  files: {
    "app/layout.jsx": `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
    "app/page.jsx": { from: "next-page.jsx" },
    "app/attachments.jsx": { from: "attachments.jsx", before: `"use client";\n` },
    "app/api/inspect/route.js": { from: "next-route.js" },
  },
  build: [`npx next build ${flag}`],
  start: "npx next start -p $PORT",
  /** What the route handler answers to the first block, POSTed: the package on the server. */
  route: "/api/inspect",
});

const typescript = (version) => ({
  name: `TypeScript ${version}`,
  // By nodenext a file of a package without it would be CommonJS.
  type: "module",
  packages: { ...REACT_19, "@types/react": "19", typescript: version },
  files: {
    "app.tsx": { from: "typed-app.tsx" },
    "bundler.json": JSON.stringify({
      compilerOptions: {
        ...BARE_TYPES,
        module: "esnext",
        moduleResolution: "bundler",
        target: "es2022",
        jsx: "react-jsx",
      },
      files: ["app.tsx"],
    }),
    "nodenext.json": JSON.stringify({
      compilerOptions: {
        ...BARE_TYPES,
        module: "nodenext",
        moduleResolution: "nodenext",
        target: "es2022",
        jsx: "react-jsx",
      },
      files: ["app.tsx"],
    }),
  },
  test: ["npx tsc -p bundler.json", "npx tsc -p nodenext.json"],
});

const vitest = (environment, version) => ({
  name: `Vitest, ${environment}`,
  packages: {
    ...REACT_19,
    vitest: "4",
    [environment]: version,
    "@testing-library/react": "16",
    "@testing-library/dom": "10",
    "@testing-library/user-event": "14",
  },
  files: {
    "app.test.jsx": { from: "component.test.jsx", before: `import { expect, test } from "vitest";\n` },
    "vitest.config.mjs": `export default { oxc: { jsx: { runtime: "automatic" } }, test: { environment: "${environment}" } };`,
  },
  test: ["npx vitest run"],
});

export const CONSUMERS = [
  vite("Vite 8, React 19", "8", REACT_19),
  withForm(vite("Vite 6, React 18", "6", REACT_18)),
  {
    name: "webpack 5, React 19",
    packages: {
      ...REACT_19,
      webpack: "5",
      "webpack-cli": "6",
      "css-loader": "7",
      "style-loader": "4",
      "esbuild-loader": "4",
    },
    files: {
      ...REACT_APP,
      "dist/index.html": `${HTML}<script defer src="main.js"></script>`,
      "webpack.config.cjs": { from: "webpack.config.cjs" },
    },
    build: ["npx webpack"],
    serve: "dist",
  },
  next("Next 16, Turbopack", ""),
  next("Next 16, webpack", "--webpack"),
  {
    name: "Rsbuild, React 19",
    packages: { ...REACT_19, "@rsbuild/core": "1", "@rsbuild/plugin-react": "1" },
    files: {
      ...REACT_APP,
      "index.html": HTML,
      "rsbuild.config.mjs": `import { pluginReact } from "@rsbuild/plugin-react";\nexport default { plugins: [pluginReact()], source: { entry: { index: "./app.jsx" } }, html: { template: "./index.html" } };`,
    },
    build: ["npx rsbuild build"],
    serve: "dist",
  },
  {
    name: "esbuild, ESM",
    packages: { ...REACT_19, esbuild: "0.25" },
    files: { ...REACT_APP, "dist/index.html": page("app.js") },
    build: [
      `npx esbuild app.jsx --bundle --splitting --format=esm --minify --jsx=automatic --define:process.env.NODE_ENV='"production"' --outdir=dist`,
    ],
    serve: "dist",
  },
  {
    name: "esbuild, IIFE",
    packages: { ...REACT_19, esbuild: "0.25" },
    files: { ...REACT_APP, "dist/index.html": `${HTML}<script src="app.js"></script>` },
    build: [
      `npx esbuild app.jsx --bundle --format=iife --minify --jsx=automatic --define:process.env.NODE_ENV='"production"' --outdir=dist`,
    ],
    serve: "dist",
  },
  {
    name: "Parcel 2, React 19",
    packages: { ...REACT_19, parcel: "2" },
    files: { ...REACT_APP, "index.html": page("./app.jsx") },
    build: ["npx parcel build index.html --no-cache"],
    serve: "dist",
  },
  {
    name: "React Router 7, server-rendered",
    packages: {
      ...REACT_19,
      vite: "7",
      "react-router": "7.18.4",
      "@react-router/node": "7.18.4",
      "@react-router/serve": "7.18.4",
      "@react-router/dev": "7.18.4",
      isbot: "5",
    },
    files: {
      "app/root.jsx": { from: "router-root.jsx" },
      "app/routes.js": `import { index } from "@react-router/dev/routes";\nexport default [index("./home.jsx")];`,
      "app/attachments.jsx": { from: "attachments.jsx" },
      "app/home.jsx": `export { Attachments as default } from "./attachments.jsx";`,
      "vite.config.mjs": `import { reactRouter } from "@react-router/dev/vite";\nexport default { plugins: [reactRouter()] };`,
    },
    build: ["npx react-router build"],
    start: "PORT=$PORT npx react-router-serve ./build/server/index.js",
  },
  {
    name: "An import map, from another origin",
    packages: {},
    files: { "site/index.html": { from: "import-map.html" } },
    serve: "site",
    /** The installed packages, from another port. `ORIGIN` in the page's text stands for it. */
    otherOrigin: "node_modules",
  },
  ...["5.6", "5.9", "6", "7"].map(typescript),
  vitest("happy-dom", "20"),
  vitest("jsdom", "26"),
  {
    name: "Jest 30, jsdom",
    packages: {
      ...REACT_19,
      jest: "30",
      "jest-environment-jsdom": "30",
      "babel-jest": "30",
      "@babel/preset-env": "7",
      "@babel/preset-react": "7",
      "@testing-library/react": "16",
      "@testing-library/dom": "10",
      "@testing-library/user-event": "14",
    },
    files: {
      "app.test.jsx": { from: "component.test.jsx" },
      "babel.config.json": JSON.stringify({
        presets: [
          ["@babel/preset-env", { targets: { node: "current" } }],
          ["@babel/preset-react", { runtime: "automatic" }],
        ],
      }),
      // As docs/recipes.md says.
      "jest.config.mjs": `export default { testEnvironment: "jsdom", transformIgnorePatterns: ["/node_modules/(?!vision-dropzone/)"] };`,
    },
    test: ["npx jest"],
  },
];
