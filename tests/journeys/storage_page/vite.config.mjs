// Built as the desk is, so that the worker is bundled the same way.
export default { worker: { format: "es" }, build: { target: "es2022" } };
