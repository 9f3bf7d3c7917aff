// Chart.js, which comes as a classic script: loaded when a page first draws a chart.

let loading;
export const loadChart = () => (loading ??= new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = "/staff/files/vendor/chart.umd.min.js";
  script.onload = () => done(window.Chart);
  script.onerror = () => failed(new Error("offline"));
  document.head.append(script);
}));
