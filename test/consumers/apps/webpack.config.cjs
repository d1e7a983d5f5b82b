module.exports = {
  mode: "production",
  entry: "./app.jsx",
  performance: false,
  module: {
    rules: [
      { test: /\.jsx$/, loader: "esbuild-loader", options: { jsx: "automatic" } },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
    ],
  },
};
