import { listenToParent } from "./listen.node.js";
import { serveSimulations } from "./serve-simulations.js";

listenToParent(serveSimulations);
