/** An application of modules: generated code in its own module, the runtime and the driver beside it. */
module com.example.app {
    requires io.rowloom.runtime;
    requires com.fasterxml.jackson.core; // only for columns with JSON shapes
}
