// npm run conformance: records again what the JDK and the real Kafka producers do (test/conformance/README.md).
