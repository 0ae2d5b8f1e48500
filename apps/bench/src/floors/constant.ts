import express from "express";
import { serveParent } from "../rig/serve-parent";
import { listen } from "./listen";

/** Express, parsing the body and answering a constant: the ceiling of what the load generator and Express can do here. */
serveParent({
  open: async () => {
    const app = express();
    app.disable("x-powered-by");
    app.use(express.json());
    app.post("/emails", (_request, response) => void response.status(202).json({ id: "constant" }));
    return { port: await listen(app) };
  },
});
